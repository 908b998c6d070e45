"""Reading articles: from a text to proposals, each with the words it rests on; nothing is saved here."""
