using System.Text;

namespace Cambrian.Bench.Measuring;

/// <summary>What a benchmark found: tables and remarks, on a named machine, by a named command.</summary>
/// <param name="Title">What was measured.</param>
public sealed record Report(string Title)
{
    private readonly List<string> _parts = [];

    /// <summary>Adds a table.</summary>
    public void Add(Table table) => _parts.Add(table.ToString().TrimEnd());

    /// <summary>Adds a remark: how it was measured, or what falls short.</summary>
    public void Note(string remark) => _parts.Add(remark);

    /// <summary>The report as Markdown.</summary>
    /// <param name="machine">From <see cref="Machine.DescribeAsync"/>.</param>
    /// <param name="command">What makes this report.</param>
    public string ToMarkdown(string machine, string command)
    {
        var text = new StringBuilder().AppendLine($"# {Title}").AppendLine().AppendLine(machine).AppendLine().AppendLine($"    {command}").AppendLine();
        return text.AppendJoin("\n\n", _parts).AppendLine().ToString();
    }
}
