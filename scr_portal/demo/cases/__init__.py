"""The five invented cases of the demonstration, each at another point of its way."""
