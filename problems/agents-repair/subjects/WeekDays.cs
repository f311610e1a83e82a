/// <summary>Weekdays of the Gregorian calendar and the dates that depend on them; Sunday is 0.</summary>
public static class WeekDays
{
    public static int Of(int year, int month, int day)
    {
        if (month < 3)
        {
            month += 12;
            year--;
        }

        var century = year / 100;
        var rest = year % 100;
        var sum = day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century;
        return (sum + 6) % 7;
    }

    public static int Nth(int year, int month, int weekday, int nth)
    {
        var first = Of(year, month, 1);
        var offset = (weekday - first + 7) % 7;
        return 1 + offset + 7 * (nth - 1);
    }

    public static int WorkingDays(int year, int month, int from, int to)
    {
        var count = 0;
        for (var day = from; day <= to; day++)
        {
            var weekday = Of(year, month, day);
            if (weekday != 0 && weekday != 6)
            {
                count++;
            }
        }

        return count;
    }
}
