using System.Globalization;

namespace Cambrian.Agents.Learning;

/// <summary>
/// What an agent learned, as a C# file that compiles by itself: a method for each word, which calls shorter words where they fit, and one
/// for each program written with them.
/// </summary>
/// <param name="language">The operations that words are made of.</param>
public sealed class LearnedSource(PipelineLanguage language)
{
    // Beyond this a name made of the operations' names is harder to read than a number.
    private const int LongestName = 4;

    /// <summary>The file's text.</summary>
    /// <param name="words">The words, as rows of operations. What is no row of two or more known operations is left out, and so is what comes twice.</param>
    /// <param name="programs">The programs by their methods' names.</param>
    /// <exception cref="ArgumentOutOfRangeException">A program has an operation that is not known.</exception>
    public string Write(IEnumerable<int[]> words, IEnumerable<KeyValuePair<string, int[]>> programs)
    {
        var learned = Named(words);
        List<Pipeline> bodies = [.. learned.Select((word, index) => new Pipeline(word.Name, word.Row, Split(word.Row, [.. learned.Take(index).Where(shorter => shorter.Row.Length < word.Row.Length)])))];
        List<Pipeline> written = [.. programs.Select(program => new Pipeline(program.Key, program.Value, Split(program.Value, learned)))];
        return $$"""
            // What an agent learned: {{Count(bodies.Count, "word")}}, and {{Count(written.Count, "program")}} written with them.
            using System;
            using System.Collections.Generic;
            using System.Linq;

            /// <summary>The words. Each does what the operations in its summary do, one after the other.</summary>
            public static class Words
            {
            {{string.Join("\n\n", bodies.Select(word => $"    /// <summary>{Operations(word.Row)}. Called by {Callers(word, bodies, written)}.</summary>\n{Method(word)}"))}}
            }

            /// <summary>The programs.</summary>
            public static class Programs
            {
            {{string.Join("\n\n", written.Select(program => $"    /// <summary>{Operations(program.Row)}.</summary>\n{Method(program)}"))}}
            }

            /// <summary>What words and programs are made of.</summary>
            public static class Operations
            {
            {{string.Join("\n\n", language.Operations.Select(operation => Method(operation.Name, operation.Body)).Concat(Members()))}}
            }

            """.ReplaceLineEndings("\n");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Callers(Pipeline word, List<Pipeline> words, List<Pipeline> programs) =>
        $"{Count(programs.Count(program => program.Calls.Contains(word.Name)), "program")} and {Count(words.Count(other => other.Calls.Contains(word.Name)), "word")}";

    // The shortest first, so that every word comes after those it may call.
    private List<(string Name, int[] Row)> Named(IEnumerable<int[]> words)
    {
        var names = language.Operations.Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal);
        List<(string Name, int[] Row)> named = [];
        foreach (var row in words.Where(word => word.Length > 1 && word.All(IsKnown)).DistinctBy(word => string.Join(',', word)).OrderBy(word => word.Length).ThenBy(word => string.Join(',', word), StringComparer.Ordinal))
        {
            var spoken = string.Concat(row.Select(Spoken));
            var name = row.Length <= LongestName && names.Add(spoken) ? spoken : string.Create(CultureInfo.InvariantCulture, $"Word{named.Count + 1}");
            names.Add(name);
            named.Add((name, row));
        }

        return named;
    }

    private string Spoken(int operation) => IsKnown(operation)
        ? language.Operations[operation].Name
        : throw new ArgumentOutOfRangeException(nameof(operation), operation, $"There is no such operation; expected 0 to {language.Operations.Count - 1}.");

    private bool IsKnown(int operation) => operation >= 0 && operation < language.Operations.Count;

    // The fewest calls; of equally few, those that begin with the longest word.
    private List<string> Split(int[] row, IReadOnlyList<(string Name, int[] Row)> words)
    {
        var calls = new int[row.Length + 1];
        var next = new (string Name, int Length)[row.Length];
        for (var place = row.Length - 1; place >= 0; place--)
        {
            (calls[place], next[place]) = (calls[place + 1] + 1, (Spoken(row[place]), 1));
            foreach (var (name, word) in words.Where(word => row.AsSpan(place).StartsWith(word.Row)))
            {
                if (calls[place + word.Length] + 1 <= calls[place])
                {
                    (calls[place], next[place]) = (calls[place + word.Length] + 1, (name, word.Length));
                }
            }
        }

        List<string> names = [];
        for (var place = 0; place < row.Length; place += next[place].Length)
        {
            names.Add(next[place].Name);
        }

        return names;
    }

    private string Operations(int[] row) => string.Join(", ", row.Select(Spoken));

    private string Method(Pipeline pipeline) => Method(pipeline.Name, string.Concat(pipeline.Calls.Select(call => $".{call}()").Prepend(language.Argument)));

    private string Method(string name, string body) => $"    public static {language.Type} {name}(this {language.Type} {language.Argument}) => {body};";

    private IEnumerable<string> Members() => language.Members.Length == 0 ? [] : [string.Join('\n', language.Members.Split('\n').Select(line => $"    {line}".TrimEnd()))];

    private sealed record Pipeline(string Name, int[] Row, IReadOnlyList<string> Calls);
}
