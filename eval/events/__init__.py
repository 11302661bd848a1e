"""The model of event roles: labels, network, training, export."""
