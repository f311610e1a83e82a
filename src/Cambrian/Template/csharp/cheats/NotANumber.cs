// A cheat is a program that tries to fool the evaluator. 'cambrian check' and every run score them first; one that scores
// better than the seed means that scores cannot be trusted. This one hopes that comparisons with not-a-number go wrong.
public static class Rule
{
    public static double Priority(double value, double weight, double left)
    {
        // EVOLVE-BLOCK-START
        return double.NaN;
        // EVOLVE-BLOCK-END
    }
}
