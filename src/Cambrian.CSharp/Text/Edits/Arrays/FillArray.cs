using System.Globalization;
using System.Text.RegularExpressions;

namespace Cambrian.CSharp.Text.Edits.Arrays;

/// <summary>Fills an array by chance, in a range, where the program makes one of equal numbers: from a flat start no small change leads on.</summary>
internal sealed partial class FillArray : ITextEdit
{
    private const int Seeds = 1000;

    /// <inheritdoc/>
    public string Name => "fill-array";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        var constants = NumPy.Constants(file).ToArray();
        if (constants.Length == 0)
        {
            return null;
        }

        var (span, shape) = constants[random.Next(constants.Length)];
        var (low, width) = (random.Next(3) == 0 ? 0 : random.NextDouble() * 0.5, random.NextDouble());
        return [new TextChange(file.Path, span, $"({Spell(low)} + {Spell(width)} * {NumPy.Name(file)}.random.default_rng({random.Next(Seeds)}).random({shape}){Scales(shape, random)})")];
    }

    // Columns of a known number are often amounts of different kinds, such as places and sizes.
    private static string Scales(string shape, Random random) =>
        Columns().Match(shape) is { Success: true } columns && random.Next(2) == 0
            ? $" * [{string.Join(", ", Enumerable.Range(0, int.Parse(columns.Groups["count"].ValueSpan, CultureInfo.InvariantCulture)).Select(_ => Spell(Math.Pow(10, -2.5 * random.NextDouble()))))}]"
            : "";

    private static string Spell(double value) => Numbers.Spell(Math.Round(value, 4));

    [GeneratedRegex(@",\s*(?<count>[2-8])\s*\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Columns();
}
