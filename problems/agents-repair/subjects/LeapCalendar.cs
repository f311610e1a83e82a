/// <summary>Days of the Gregorian calendar: length of months and the number of a day in its year.</summary>
public static class LeapCalendar
{
    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(int year, int month)
    {
        if (month == 2)
        {
            return IsLeap(year) ? 29 : 28;
        }

        return month is 4 or 6 or 9 or 11 ? 30 : 31;
    }

    public static int DayOfYear(int year, int month, int day)
    {
        var count = day;
        for (var earlier = 1; earlier < month; earlier++)
        {
            count += DaysInMonth(year, earlier);
        }

        return count;
    }

    public static string FromDayOfYear(int year, int number)
    {
        var month = 1;
        while (number > DaysInMonth(year, month))
        {
            number -= DaysInMonth(year, month);
            month++;
        }

        return month + "/" + number;
    }
}
