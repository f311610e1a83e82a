using System.Security.Cryptography;
using System.Text;
using Cambrian.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Compiling;

/// <summary>
/// A text's meaning without its looks: equal for artifacts whose C# files differ in white space, comments, the spelling of
/// numbers or the names of locals and parameters alone. Different programs have different hashes.
/// </summary>
public static class NormalisedSource
{
    /// <summary>SHA-256 of the normalised files, 64 lower-case hexadecimal digits. Files in other languages, and C# beyond the limits, go in as they are.</summary>
    public static string Hash(Artifact artifact)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in artifact.Files)
        {
            var bytes = Encoding.UTF8.GetBytes($"{path}\n{Normalise(path, text)}");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Normalise(string path, string text)
    {
        if (!path.EndsWith(".cs", StringComparison.Ordinal) || SourceLimits.Default.Refuse([KeyValuePair.Create(path, text)]) is not null)
        {
            return text;
        }

        var root = CSharpSyntaxTree.ParseText(text, CandidateCompiler.ParseOptions).GetRoot();
        var kept = NamesToKeep(root);
        var normalised = new StringBuilder(text.Length);
        var numbers = new Dictionary<SyntaxNode, Dictionary<string, int>>();
        foreach (var token in root.DescendantTokens())
        {
            normalised.Append(Spelling(token, NumbersAt(token, kept, numbers))).Append(' ');
        }

        return normalised.ToString();
    }

    // A local that shares its name with a member may mean either; null where named arguments make names part of the meaning.
    private static HashSet<string>? NamesToKeep(SyntaxNode root)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case NameColonSyntax or AnonymousObjectMemberDeclaratorSyntax or TupleElementSyntax or RecordDeclarationSyntax:
                    return null;
                case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field:
                    kept.Add(field.Identifier.ValueText);
                    break;
                case PropertyDeclarationSyntax property:
                    kept.Add(property.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method:
                    kept.Add(method.Identifier.ValueText);
                    break;
                case BaseTypeDeclarationSyntax type:
                    kept.Add(type.Identifier.ValueText);
                    break;
            }
        }

        return kept;
    }

    private static Dictionary<string, int>? NumbersAt(SyntaxToken token, HashSet<string>? kept, Dictionary<SyntaxNode, Dictionary<string, int>> cache)
    {
        if (kept is null || !token.IsKind(SyntaxKind.IdentifierToken) || token.Parent?.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method)
        {
            return null;
        }

        if (!cache.TryGetValue(method, out var numbers))
        {
            cache[method] = numbers = LocalNames(method, kept);
        }

        return numbers;
    }

    private static Dictionary<string, int> LocalNames(SyntaxNode method, HashSet<string> kept)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in method.DescendantNodes())
        {
            var name = node switch
            {
                ParameterSyntax parameter => parameter.Identifier.ValueText,
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
                ForEachStatementSyntax each => each.Identifier.ValueText,
                _ => "",
            };
            if (name.Length > 0 && !kept.Contains(name))
            {
                numbers.TryAdd(name, numbers.Count);
            }
        }

        return numbers;
    }

    private static string Spelling(SyntaxToken token, Dictionary<string, int>? numbers)
    {
        if (token.IsKind(SyntaxKind.NumericLiteralToken))
        {
            return $"{token.Value?.GetType().Name}:{token.ValueText}";
        }

        return token.IsKind(SyntaxKind.IdentifierToken) && !IsMemberName(token) && numbers?.TryGetValue(token.ValueText, out var number) == true
            ? $"${number}"
            : token.Text;
    }

    private static bool IsMemberName(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name => access.Name == name,
        IdentifierNameSyntax { Parent: MemberBindingExpressionSyntax or QualifiedNameSyntax } => true,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assigned } name => assigned.Left == name,
        IdentifierNameSyntax or ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax => false,
        _ => true,
    };
}
