"""Pendaftaran: who comes, what they ask for, what they brought, and the paper they go home with."""
