namespace Cambrian.CSharp.Source;

/// <summary>Lays statements out in lines.</summary>
internal static class Lines
{
    private const string Step = "    ";

    /// <summary>"head { body }" over several lines; the first is not indented, as it stands where something stood before.</summary>
    /// <param name="head">What comes before the brace.</param>
    /// <param name="body">Statements, their later lines indented as they were.</param>
    /// <param name="indentation">Of the line the head stands on.</param>
    internal static string Block(string head, string body, string indentation) =>
        $"{head}\n{indentation}{{\n{indentation}{Step}{Deeper(body)}\n{indentation}}}";

    /// <summary>Every line but the first one step deeper.</summary>
    internal static string Deeper(string text) => text.Replace("\n", "\n" + Step, StringComparison.Ordinal);

    /// <summary>Every line but the first moved from one indentation to another.</summary>
    internal static string Move(string text, string from, string to)
    {
        var lines = text.Split('\n');
        for (var number = 1; number < lines.Length; number++)
        {
            lines[number] = lines[number].StartsWith(from, StringComparison.Ordinal) ? to + lines[number][from.Length..] : lines[number];
        }

        return string.Join('\n', lines);
    }
}
