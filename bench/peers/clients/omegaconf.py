"""Stands in for the omegaconf package, which is imported but not used here."""


class OmegaConf:
    pass


DictConfig = OmegaConf
