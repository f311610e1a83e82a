/// <summary>Numbers from 0 to 999999 in English words, without "and".</summary>
public static class NumberWords
{
    public static string Say(int number)
    {
        if (number == 0)
        {
            return "zero";
        }

        var words = new List<string>();
        if (number >= 1000)
        {
            words.AddRange(Hundreds(number / 1000));
            words.Add("thousand");
        }

        words.AddRange(Hundreds(number % 1000));
        return string.Join(" ", words);
    }

    private static List<string> Hundreds(int number)
    {
        string[] small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        var words = new List<string>();
        if (number >= 100)
        {
            words.Add(small[number / 100 - 1]);
            words.Add("hundred");
            number %= 100;
        }

        if (number >= 20)
        {
            var word = tens[number / 10 - 2];
            words.Add(number % 10 == 0 ? word : word + "-" + small[number % 10 - 1]);
        }
        else if (number > 0)
        {
            words.Add(small[number - 1]);
        }

        return words;
    }
}
