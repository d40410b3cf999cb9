"""Permissions mean the same to both doors."""

from tests.read.conftest import plain_user

__all__ = ["plain_user"]
