"""A town hall's sign-in service on this machine: discovery, authorize, token, userinfo, keys."""

import json
import time
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID = "plany"


@dataclass
class Provider:
    """`person` are the claims about who is signing in; requests are remembered for the test."""

    address: str = ""
    person: dict = field(default_factory=dict)
    issuer: str = ""
    cancels: bool = False
    asked: dict = field(default_factory=dict)
    tokens: list[dict] = field(default_factory=list)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def configuration(self):
        paths = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "keys",
        }
        links = {name: f"{self.address}/{path}" for name, path in paths.items()}
        return {"issuer": self.address, **links}

    def answer_to(self, asked: dict) -> str:
        """Where the person's browser goes back to."""
        self.asked = asked
        answer = {"error": "access_denied"} if self.cancels else {"code": "kod"}
        return f"{asked['redirect_uri']}?{urlencode(answer | {'state': asked['state']})}"

    def token(self, posted: dict):
        self.tokens.append(posted)
        now = int(time.time())
        claims = {"iss": self.issuer or self.address, "aud": CLIENT_ID, "iat": now, "exp": now + 60}
        signed = jwt.encode(claims | self.person, self.key, "RS256", headers={"kid": "1"})
        return {"access_token": "pristup", "token_type": "Bearer", "id_token": signed}

    def keys(self):
        numbers = self.key.public_key().public_numbers()
        return {
            "keys": [{"kty": "RSA", "kid": "1", "alg": "RS256", "n": _b64(numbers.n), "e": _b64(numbers.e)}]
        }


def _b64(number: int) -> str:
    return urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()


@contextmanager
def running_provider():
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self):
        address = urlsplit(self.path)
        if address.path == "/authorize":
            return self._redirect(self.provider.answer_to(_flat(address.query)))
        if address.path == "/userinfo":
            return self._json(self.provider.person)
        return self._json(self.provider.keys() if address.path == "/keys" else self.provider.configuration())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._json(self.provider.token(_flat(body)))

    def _redirect(self, address):
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def _json(self, data):
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
