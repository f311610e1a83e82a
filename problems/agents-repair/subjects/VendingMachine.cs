/// <summary>A vending machine driven by a text of coins (1, 2, 5), choices (a to c at 3, 5, 7) and r for money back.</summary>
public static class VendingMachine
{
    public static string Run(string events, int stock)
    {
        var (balance, output) = (0, "");
        var left = new Dictionary<char, int> { ['a'] = stock, ['b'] = stock, ['c'] = stock };
        foreach (var sign in events)
        {
            if (sign is '1' or '2' or '5')
            {
                balance += sign - '0';
            }
            else if (sign == 'r')
            {
                output += Change(balance);
                balance = 0;
            }
            else if (balance < Price(sign))
            {
                output += "?";
            }
            else if (left[sign] == 0)
            {
                output += "!";
            }
            else
            {
                balance -= Price(sign);
                left[sign]--;
                output += char.ToUpperInvariant(sign);
            }
        }

        return output + ":" + balance;
    }

    public static string Change(int amount)
    {
        var coins = "";
        foreach (var coin in new[] { 5, 2, 1 })
        {
            while (amount >= coin)
            {
                coins += coin;
                amount -= coin;
            }
        }

        return coins;
    }

    private static int Price(char choice) => 3 + 2 * (choice - 'a');
}
