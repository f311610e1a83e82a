using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cambrian.CSharp.Source;

/// <summary>Makes small expressions out of what is known at a place.</summary>
/// <param name="program">The program.</param>
/// <param name="place">Where the expression will stand.</param>
/// <param name="random">Where chance comes from.</param>
internal sealed class Terms(SourceProgram program, SyntaxNode place, Random random)
{
    private static readonly double[] Reals = [0, 0.1, 0.5, 1, 2, 3, 10, 100];

    private readonly IReadOnlyList<Variable> _readable = program.Readable(place);

    /// <summary>A variable, a literal, or for numbers also a length; null when nothing of the type is at hand.</summary>
    public Phrase? Make(string type)
    {
        var variables = Variables(type);
        var literal = Literal(type);
        return variables.Count > 0 && (literal is null || random.Next(10) < 7) ? variables[random.Next(variables.Count)] : literal;
    }

    /// <summary>A term that is not a literal; null when there is none.</summary>
    public Phrase? MakeVariable(string type) => Variables(type) is { Count: > 0 } variables ? variables[random.Next(variables.Count)] : null;

    /// <summary>A condition: a comparison of a known number, or a known truth value; null when nothing is known.</summary>
    public Phrase? Condition()
    {
        var flags = _readable.Where(variable => variable.Type == TypeNames.Boolean).ToArray();
        if (flags.Length > 0 && random.Next(4) == 0)
        {
            var flag = flags[random.Next(flags.Length)].Name;
            return random.Next(2) == 0 ? Phrase.Primary(flag) : Phrase.Compound("!" + flag);
        }

        var types = _readable.Select(variable => variable.Type).Where(TypeNames.IsNumeric).Distinct(StringComparer.Ordinal).ToArray();
        return types.Length == 0 ? null : Comparison(types[random.Next(types.Length)]);
    }

    private Phrase? Comparison(string type)
    {
        if (MakeVariable(type) is not { } left)
        {
            return null;
        }

        if (type == TypeNames.Integer && random.Next(6) == 0)
        {
            return Phrase.Compound($"{left.Operand} % {random.Next(2, 6)} == 0");
        }

        string[] operators = ["<", "<=", ">", ">="];
        return Other(type, left) is { } right ? Phrase.Compound($"{left.Operand} {operators[random.Next(operators.Length)]} {right.Operand}") : null;
    }

    private Phrase? Other(string type, Phrase than)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            if (Make(type) is { } other && other != than)
            {
                return other;
            }
        }

        return null;
    }

    private List<Phrase> Variables(string type)
    {
        List<Phrase> phrases = [.. _readable.Where(variable => variable.Type == type).Select(variable => Phrase.Primary(variable.Name))];
        if (type == TypeNames.Real)
        {
            phrases.AddRange(_readable.Where(variable => variable.Type == TypeNames.Integer).Select(variable => Phrase.Compound($"(double){variable.Name}")));
        }

        if (type == TypeNames.Integer)
        {
            phrases.AddRange(_readable.Where(variable => variable.TypeSymbol is IArrayTypeSymbol { Rank: 1 }).Select(variable => Phrase.Primary(variable.Name + ".Length")));
        }

        return phrases;
    }

    private Phrase? Literal(string type)
    {
        if (!TypeNames.IsNumeric(type))
        {
            return type == TypeNames.Boolean ? Phrase.Primary(random.Next(2) == 0 ? "true" : "false") : null;
        }

        var suffix = type switch { "float" => "f", "decimal" => "m", "long" => "L", _ => "" };
        var known = program.Targets.Where(site => site.Type == type && site.Node.IsKind(SyntaxKind.NumericLiteralExpression)).ToArray();
        if (known.Length > 0 && random.Next(2) == 0)
        {
            return Phrase.Primary(known[random.Next(known.Length)].Node.ToString());
        }

        return Phrase.Primary(TypeNames.IsReal(type)
            ? Text.Numbers.Spell(random.Next(2) == 0 ? Reals[random.Next(Reals.Length)] : Math.Round(Math.Exp(Text.Numbers.Normal(random)), 3)) + suffix
            : random.Next(random.Next(2) == 0 ? 4 : 20).ToString(CultureInfo.InvariantCulture) + suffix);
    }
}
