/// <summary>Loans in cents with monthly interest in hundredths of a per cent, rounded half up.</summary>
public static class LoanSchedule
{
    public static int Interest(int balance, int rate) => (balance * rate + 5000) / 10000;

    public static int Months(int balance, int rate, int payment)
    {
        var months = 0;
        while (balance > 0)
        {
            var interest = Interest(balance, rate);
            if (payment <= interest)
            {
                return -1;
            }

            balance += interest - Math.Min(payment, balance + interest);
            months++;
        }

        return months;
    }

    public static int TotalPaid(int balance, int rate, int payment)
    {
        var paid = 0;
        while (balance > 0)
        {
            var owed = balance + Interest(balance, rate);
            var part = payment < owed ? payment : owed;
            balance = owed - part;
            paid += part;
        }

        return paid;
    }

    public static int SmallestPayment(int balance, int rate, int months)
    {
        var low = Interest(balance, rate) + 1;
        var high = balance + low;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Months(balance, rate, middle) <= months)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
