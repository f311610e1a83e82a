using Cambrian.Terminal;
using CsCheck;

namespace Cambrian.Tests.Terminal;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("60", 60)]
    [InlineData("60s", 60)]
    [InlineData("1.5s", 1.5)]
    [InlineData("500ms", 0.5)]
    [InlineData("1m30s", 90)]
    [InlineData("1m 04s", 64)]
    [InlineData("2h", 7_200)]
    [InlineData("5 min", 300)]
    [InlineData(" 1d12h ", 129_600)]
    public void Reads_what_people_write(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("0s")]
    [InlineData("-5s")]
    [InlineData("5x")]
    [InlineData("s")]
    [InlineData("1s1m")]
    [InlineData("1m1m")]
    [InlineData("1e3s")]
    [InlineData("1001d")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999")]
    public void Refuses_what_is_no_duration(string? text) => Assert.False(Durations.TryParse(text, out _));

    [Fact]
    public void Any_text_is_read_or_refused_and_what_is_read_is_in_range() =>
        Gen.String[Gen.Char["0123456789.smhd i-+e \t\u0660٫"], 0, 12].Sample(text =>
            !Durations.TryParse(text, out var duration) || (duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(1_000)));

    [Fact]
    public void Parts_add_up() =>
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 23], Gen.Int[0, 59], Gen.Int[0, 59], Gen.Int[1, 999]).Sample((days, hours, minutes, seconds, milliseconds) =>
            Durations.TryParse($"{days}d{hours}h{minutes}m{seconds}s{milliseconds}ms", out var duration)
            && Math.Abs((duration - new TimeSpan(days, hours, minutes, seconds, milliseconds)).TotalMilliseconds) < 0.01);

    [Fact]
    public void What_is_written_can_be_read_again_and_is_not_far_off() =>
        Gen.Double[0.02, 8e6].Sample(seconds =>
        {
            var text = Durations.Format(TimeSpan.FromSeconds(seconds));
            return Durations.TryParse(text, out var again) && Math.Abs(again.TotalSeconds - seconds) <= Math.Max(0.06, 0.03 * seconds);
        });

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.0004, "0.4 ms")]
    [InlineData(0.82, "820 ms")]
    [InlineData(12.34, "12.3 s")]
    [InlineData(59.99, "1m 00s")]
    [InlineData(64, "1m 04s")]
    [InlineData(3_600, "1h 00m")]
    [InlineData(7_500, "2h 05m")]
    [InlineData(273_600, "3d 04h")]
    public void Writes_two_units_at_most(double seconds, string text) => Assert.Equal(text, Durations.Format(TimeSpan.FromSeconds(seconds)));
}
