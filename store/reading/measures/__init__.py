"""Commitments that count no people: truces, halts of strikes, withdrawals, access, arrangements, drafts, guarantees."""
