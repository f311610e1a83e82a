"""Stands in for the hydra-core package, which is imported but not used here."""


def compose(*_, **__):
    raise NotImplementedError


initialize_config_dir = compose
