"""Stands in for the openai package where it is not installed: chat completions over one kept connection a thread, and nothing else.

It does less than the real one, so whoever is measured with it costs less than in life.
"""

import asyncio
import http.client
import json
import threading
from types import SimpleNamespace
from urllib.parse import urlparse


class APIConnectionError(Exception):
    pass


class APIStatusError(Exception):
    pass


class APITimeoutError(APIConnectionError):
    pass


class RateLimitError(APIStatusError):
    pass


class _Completions:
    def __init__(self, base_url, api_key):
        self._place = urlparse(base_url)
        self._headers = {"Content-Type": "application/json", "Authorization": f"Bearer {api_key}"}
        self._local = threading.local()

    def create(self, **parameters):
        if not hasattr(self._local, "connection"):
            self._local.connection = http.client.HTTPConnection(self._place.hostname, self._place.port)
        connection = self._local.connection
        connection.request("POST", self._place.path.rstrip("/") + "/chat/completions", json.dumps(parameters).encode(), self._headers)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise APIStatusError(f"status {response.status}")
        return json.loads(body, object_hook=lambda members: SimpleNamespace(**members))


class OpenAI:
    def __init__(self, api_key=None, base_url=None, **_):
        self.chat = SimpleNamespace(completions=_Completions(base_url, api_key))

    def close(self):
        pass


class AsyncOpenAI:
    def __init__(self, api_key=None, base_url=None, **_):
        completions = _Completions(base_url, api_key)

        async def create(**parameters):
            return await asyncio.to_thread(completions.create, **parameters)

        self.chat = SimpleNamespace(completions=SimpleNamespace(create=create))

    async def close(self):
        pass


AzureOpenAI = OpenAI
AsyncAzureOpenAI = AsyncOpenAI
