"""Whether one host is both asked by the endpoints check and sent the voice packets.

That host must not get what the former sends on top of the latter's 50 packets a second.
"""

from __future__ import annotations

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.address import hosts_of
from workspace_assistant.core.readiness.ports import AddressesOf
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


def has_shared_host(
    profile: WorkplaceProfile, addresses_of: AddressesOf | None, ctx: JobContext
) -> bool:
    """By name, and by address where *addresses_of* can look them up.

    Two names may be one host: where that cannot be told in time, they count as one.
    """
    needs = profile.voice_path
    asked = hosts_of([endpoint.url for endpoint in profile.endpoints])
    streamed_to = hosts_of([*needs.stun, *needs.turn])
    if not asked or not streamed_to:
        return False
    if not asked.isdisjoint(streamed_to):
        return True
    if addresses_of is None:
        return False
    first = addresses_of(asked, ctx)
    second = None if first is None else addresses_of(streamed_to, ctx)
    return first is None or second is None or not first.isdisjoint(second)
