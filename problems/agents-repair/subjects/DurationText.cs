/// <summary>Durations written like 1h30m15s: reading them as seconds, writing seconds, with -1 for nonsense.</summary>
public static class DurationText
{
    public static int Parse(string text)
    {
        var total = 0;
        var number = -1;
        var last = int.MaxValue;
        foreach (var sign in text)
        {
            if (sign >= '0' && sign <= '9')
            {
                number = Math.Max(number, 0) * 10 + (sign - '0');
                continue;
            }

            var unit = Unit(sign);
            if (unit == 0 || number < 0 || unit >= last)
            {
                return -1;
            }

            total += number * unit;
            number = -1;
            last = unit;
        }

        return number < 0 && text.Length > 0 ? total : -1;
    }

    public static string Write(int seconds)
    {
        if (seconds == 0)
        {
            return "0s";
        }

        var text = "";
        foreach (var sign in "dhms")
        {
            var count = seconds / Unit(sign);
            seconds %= Unit(sign);
            if (count > 0)
            {
                text += count.ToString() + sign;
            }
        }

        return text;
    }

    private static int Unit(char sign) => sign switch
    {
        'd' => 86400,
        'h' => 3600,
        'm' => 60,
        's' => 1,
        _ => 0,
    };
}
