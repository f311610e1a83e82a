using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cambrian.CSharp.Source;

/// <summary>Names that nothing else has.</summary>
internal static class FreshName
{
    /// <summary>A name that stands nowhere in a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="stem">What the name starts with; a number follows.</param>
    internal static string In(SourceProgram program, string stem) =>
        Like(stem, program.Files.SelectMany(file => file.Root.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet(StringComparer.Ordinal));

    /// <summary>A name that is not taken; from then on it is.</summary>
    internal static string Like(string stem, HashSet<string> taken)
    {
        var number = 1;
        string name;
        do
        {
            name = stem + number++.ToString(CultureInfo.InvariantCulture);
        }
        while (!taken.Add(name));
        return name;
    }
}
