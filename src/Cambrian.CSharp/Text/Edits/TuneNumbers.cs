namespace Cambrian.CSharp.Text.Edits;

/// <summary>Changes one number, or polishes all of them by the same relative spread.</summary>
/// <param name="all">Whether all.</param>
internal sealed class TuneNumbers(bool all) : ITextEdit
{
    /// <inheritdoc/>
    public string Name => all ? "tune-numbers" : "tune-number";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var numbers = files.SelectMany(file => file.NumberSpans(), (file, span) => (File: file, Span: span)).ToArray();
        if (numbers.Length == 0)
        {
            return null;
        }

        double? spread = all ? Math.Pow(10, (random.NextDouble() * 2.5) - 2.5) : null;
        var chosen = all ? numbers.Where(number => IsReal(number.File[number.Span]) || random.Next(10) == 0).ToArray() : [numbers[random.Next(numbers.Length)]];
        return
        [
            .. chosen
                .Select(number => Numbers.Mutate(number.File[number.Span], random, spread) is { } mutated ? new TextChange(number.File.Path, number.Span, mutated) : null)
                .OfType<TextChange>(),
        ];
    }

    private static bool IsReal(string number) => number.AsSpan().IndexOfAny('.', 'e') > 0;
}
