"""The case file: readings and outcomes kept, and questions answered from them. The only room that knows SQL.

connection  opens a case (one SQLite file, or a PostgreSQL address) and hands out transactions
tables      the tables, made from `records`: column names are field names
migrations  the numbered steps that bring a case to the tables of today
dialects    the few words of SQL that differ between databases
writer      a reading or an outcome in, one page in one transaction
reader      records and rows out, by question
"""
