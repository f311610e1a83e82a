using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text.Edits;

/// <summary>
/// Scales, shifts or bends what a Python line computes, by new numbers and variables of the program: what a program without
/// numbers needs before numbers can be tuned.
/// </summary>
internal sealed partial class GrowExpression : ITextEdit
{
    /// <inheritdoc/>
    public string Name => "grow-expression";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        var sites = file.Units.Select(unit => Site(unit)).OfType<TextSpan>().ToArray();
        if (sites.Length == 0)
        {
            return null;
        }

        var site = sites[random.Next(sites.Length)];
        var variables = file.Matches(Variable()).Select(span => file[span]).Distinct(StringComparer.Ordinal).ToArray();
        return variables.Length == 0 ? null : [new TextChange(file.Path, site, Grown(file[site], variables[random.Next(variables.Length)], random))];
    }

    private static string Grown(string expression, string variable, Random random)
    {
        var (whole, amount) = (Simple().IsMatch(expression) ? expression : $"({expression})", Amount(random));
        return random.Next(7) switch
        {
            0 => $"{whole} * {amount}",
            1 => $"{whole} {Sign(random)} {amount}",
            2 => $"{whole} {Sign(random)} {amount} * {variable}",
            3 => $"{whole} {Sign(random)} {amount} * {variable} ** {random.Next(2, 4)}",
            4 => $"{whole} * (1.0 {Sign(random)} {amount} * {variable})",
            5 => $"{whole} * (1.0 {Sign(random)} {amount} * {whole} ** 2)",
            _ => $"{whole} if {variable} > {amount} else {Amount(random)} * {whole}",
        };
    }

    // One line that gives a value or names one; what goes on below it is left alone.
    private static TextSpan? Site(LineUnit unit)
    {
        var match = Value().Match(unit.Head);
        var start = unit.Span.Start + unit.Indentation.Length + match.Groups["value"].Index;
        return match.Success && unit.IsMovable ? new TextSpan(start, match.Groups["value"].Length) : null;
    }

    private static char Sign(Random random) => random.Next(2) == 0 ? '+' : '-';

    private static string Amount(Random random) => Numbers.Spell(Math.Round(Math.Pow(10, (random.NextDouble() * 2.5) - 2), 3));

    [GeneratedRegex(@"^(return\s+|\w+\s*=\s*)(?<value>[^\s=#,:{'""][^=#,:{'""]*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();

    // Neither called nor taken apart, nor an argument's name.
    [GeneratedRegex(@"(?<![\w.])(?!(def|return|import|from|as|for|in|if|elif|else|while|and|or|not|is|None|True|False|lambda|class|pass|break|continue|with|try|except|raise|yield|global|del)\b)[A-Za-z_]\w*(?!\w|\s*[(.=\[:])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}
