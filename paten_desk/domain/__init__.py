"""The rules of the trade. Standard library only: no Qt, no peewee, no reportlab."""
