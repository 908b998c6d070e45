"""Forms: a thing as fields to type in, how what is typed is understood, and what can be meant by it."""
