using System.Text;

namespace Cambrian.Bench.Measuring;

/// <summary>What a benchmark found: tables and remarks, on a named machine, by a named command.</summary>
/// <param name="Title">What was measured.</param>
public sealed record Report(string Title)
{
    private readonly List<string> _parts = [];
    private readonly List<Goal> _goals = [];

    /// <summary>Adds a table.</summary>
    public void Add(Table table) => _parts.Add(table.ToString().TrimEnd());

    /// <summary>Adds a remark: how it was measured, or what falls short.</summary>
    public void Note(string remark) => _parts.Add(remark);

    /// <summary>Adds a figure that should not be smaller than a goal.</summary>
    public void AtLeast(double goal, string what, double measured) => _goals.Add(new Goal(what, measured, goal, double.PositiveInfinity));

    /// <summary>Adds a figure that should not be greater than a goal.</summary>
    public void AtMost(double goal, string what, double measured) => _goals.Add(new Goal(what, measured, double.NegativeInfinity, goal));

    /// <summary>The report as Markdown.</summary>
    /// <param name="machine">From <see cref="Machine.DescribeAsync"/>.</param>
    /// <param name="command">What makes this report.</param>
    public string ToMarkdown(string machine, string command)
    {
        var text = new StringBuilder().AppendLine($"# {Title}").AppendLine().AppendLine(machine).AppendLine().AppendLine($"    {command}").AppendLine();
        if (_goals.Count > 0)
        {
            text.AppendLine(Goals().ToString());
        }

        return text.AppendJoin("\n\n", _parts).AppendLine().ToString();
    }

    private Table Goals()
    {
        var table = new Table("Goals, against the medians below.", ["figure", "measured", "goal", ""]);
        foreach (var goal in _goals)
        {
            table.Add(goal.What, goal.Measured, goal.Wanted, goal.IsMet ? "met" : "not met");
        }

        return table;
    }
}
