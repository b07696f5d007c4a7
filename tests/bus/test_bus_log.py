"""What was typed is found in the log of the bus, whole or letter by letter."""

from tests.bus.bus_log import leaks, messages

MASKED = """\
signal time=1.5 sender=:1.3 -> destination=all serial=38 path=/org/a11y/1; \
interface=org.a11y.atspi.Event.Object; member=TextChanged
   string "insert"
   int32 0
   int32 1
   variant       string "●"
"""
TOLD = MASKED.replace("●", "7")
KEY = """\
method call time=1.6 sender=:1.3 -> destination=org.a11y.atspi.Registry serial=33 path=/org/a11y; \
interface=org.a11y.atspi.DeviceEventController; member=NotifyListenersSync
   struct {
      uint32 0
      string "7"
      boolean true
   }
"""
ANSWER = """\
method return time=1.7 sender=:1.3 -> destination=:1.1 serial=34 reply_serial=5
   string "written: 73916"
"""


def test_a_log_is_read_message_by_message():
    """An answer has no member."""
    assert [member for member, _text in messages(MASKED + KEY + ANSWER)] == [
        "",
        "TextChanged",
        "NotifyListenersSync",
        "",
    ]


def test_masked_letters_are_no_leak():
    """Nor what has nothing to do with what was typed."""
    assert leaks(MASKED + ANSWER, ["80245"]) == []
    assert (
        leaks(MASKED.replace("1.5", "73916.5").replace("int32 1", "int32 73916"), ["73916"]) == []
    )


def test_each_way_of_telling_is_a_leak():
    """A field, a key, an answer to whoever asks."""
    assert leaks(TOLD, ["73916"]) == ["TextChanged holds a letter of 73916"]
    assert leaks(KEY, ["73916"]) == ["NotifyListenersSync holds a letter of 73916"]
    assert leaks(ANSWER, ["73916"]) == ["an answer holds 73916"]
