using System.Text;
using System.Text.RegularExpressions;

namespace Cambrian.Sandbox.Evaluators;

/// <summary>A pattern of relative paths with forward slashes: <c>*</c> and <c>?</c> stand for what is within one name, <c>**</c> for any number of folders, none included.</summary>
public sealed class PathPattern
{
    private readonly Regex _expression;

    /// <summary>A pattern as a person writes it.</summary>
    /// <param name="pattern">For instance <c>src/**/*.py</c>; a path without wildcards stands for itself.</param>
    public PathPattern(string pattern) => _expression = new Regex(Translate(pattern.TrimEnd('/')), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Whether a path fits.</summary>
    public bool Matches(string path) => _expression.IsMatch(path);

    /// <summary>Whether a path fits, or lies in a folder that does.</summary>
    public bool Covers(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (Matches(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Translate(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var index = 0; index < pattern.Length; index++)
        {
            var rest = pattern.AsSpan(index);
            var (translated, length) = rest switch
            {
                ['*', '*', '/', ..] => ("(.*/)?", 3),
                ['*', '*', ..] => (".*", 2),
                ['*', ..] => ("[^/]*", 1),
                ['?', ..] => ("[^/]", 1),
                _ => (Regex.Escape(pattern[index].ToString()), 1),
            };
            expression.Append(translated);
            index += length - 1;
        }

        return expression.Append('$').ToString();
    }
}
