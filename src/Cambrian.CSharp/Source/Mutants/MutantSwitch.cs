/// <summary>Says which mutant of a schema is on, sees which edits are reached, and ends what takes too long by counting, not by a clock.</summary>
public static class MutantSwitch
{
    /// <summary>Bytes that one run may allocate.</summary>
    private const long MostBytes = 64 << 20;

    private const int CostOfCall = 20;

    // Asking for what was allocated costs more than a round; a text that doubles grows sixteenfold meanwhile.
    private const int RoundsBetweenLooks = 4;
    private static int on;
    private static int fuel;
    private static long mostAllocated;
    private static bool[] reached = [];

    /// <summary>Whether an edit is made. Whoever asks has reached it.</summary>
    public static bool Is(int mutant)
    {
        reached[mutant] = true;
        return mutant == on;
    }

    /// <summary>One round of a loop.</summary>
    public static void Burn() => Burn(1);

    /// <summary>One call. It costs more, so that endless recursion ends before the stack does.</summary>
    public static bool Enter()
    {
        Burn(CostOfCall);
        return true;
    }

    /// <summary>Runs a condition with a mutant switched on.</summary>
    /// <param name="mutant">Its number; 0 for none.</param>
    /// <param name="fuel">Rounds of loops at most.</param>
    /// <param name="reached">Receives which edits were reached; one longer than there are edits.</param>
    /// <param name="condition">What should hold.</param>
    /// <returns>Whether it held: not when it threw, or took more than it may.</returns>
    public static bool Holds(int mutant, int fuel, bool[] reached, Func<bool> condition)
    {
        (on, MutantSwitch.fuel, MutantSwitch.reached) = (mutant, fuel, reached);
        mostAllocated = GC.GetAllocatedBytesForCurrentThread() + MostBytes;
        try
        {
            return condition() && MutantSwitch.fuel >= 0;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static void Burn(int units)
    {
        fuel -= units;
        if (fuel < 0 || (fuel % RoundsBetweenLooks == 0 && GC.GetAllocatedBytesForCurrentThread() > mostAllocated))
        {
            // A program that catches everything must not go on either.
            fuel = -1;
            throw new TimeoutException();
        }
    }
}
