"""Stands in for the anthropic package, which is imported but not used here."""


class APIConnectionError(Exception):
    pass


class APIStatusError(Exception):
    pass


class APITimeoutError(APIConnectionError):
    pass


class RateLimitError(APIStatusError):
    pass


class Anthropic:
    pass


AnthropicBedrock = AsyncAnthropic = AsyncAnthropicBedrock = Anthropic
