"""The contract with the billing server: typed messages, canonical bytes, signatures."""
