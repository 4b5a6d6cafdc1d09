"""The database: journal, tables, numbers, keys. The only package that imports peewee."""
