"""Under sudo, only the system's own pieces are added as root; the rest belongs to the person."""

import os


def person() -> tuple[int, int] | None:
    """Return who typed `sudo` (user, group); None when nobody did."""
    told = os.environ.get("SUDO_UID", ""), os.environ.get("SUDO_GID", "")
    if os.name == "nt" or os.geteuid() != 0 or not all(one.isdigit() for one in told):
        return None
    user, group = map(int, told)
    return (user, group) if user != 0 else None


def step_back() -> None:
    """Become that person again for good, with the person's own home and groups."""
    who = person()
    if who is None:
        return
    import pwd

    user, group = who
    one = pwd.getpwuid(user)
    os.initgroups(one.pw_name, group)
    os.setgid(group)
    os.setuid(user)
    os.environ.update(HOME=one.pw_dir, USER=one.pw_name, LOGNAME=one.pw_name)
