"""The book of consumers and bills: made by seed for trials, or taken from the billing department's files."""
