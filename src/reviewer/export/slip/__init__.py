"""The return slip: what the township is to mend, as an official letter."""
