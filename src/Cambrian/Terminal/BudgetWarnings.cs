namespace Cambrian.Terminal;

/// <summary>Says once each when half, four fifths and all of a limit are used.</summary>
internal sealed class BudgetWarnings
{
    private static readonly double[] Marks = [0.5, 0.8, 1];
    private readonly Dictionary<string, double> _said = [];

    /// <summary>What is to be said now.</summary>
    /// <param name="shares">Each limit with the share of it that is used.</param>
    public IEnumerable<string> Of(IEnumerable<(string Limit, double Used)> shares)
    {
        foreach (var (limit, used) in shares)
        {
            var passed = Marks.LastOrDefault(mark => used >= mark);
            if (passed > _said.GetValueOrDefault(limit))
            {
                _said[limit] = passed;
                yield return FormattableString.Invariant($"{100 * passed:0} % of the {limit} used");
            }
        }
    }
}
