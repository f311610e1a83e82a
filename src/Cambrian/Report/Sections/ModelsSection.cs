namespace Cambrian.Report.Sections;

/// <summary>What each model was used for and cost.</summary>
internal static class ModelsSection
{
    /// <summary>The section; null for a run without models.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        if (subject.Usage.Count == 0)
        {
            return null;
        }

        var headings = ModelTable.Headings.Select(heading => heading.StartsWith('>') ? Markup.Of($"<th class=\"number\">{heading[1..]}</th>") : Markup.Of($"<th>{heading}</th>"));
        var rows = ModelTable.Rows(subject.Usage).Select(cells => Markup.Of($"<tr><td>{cells[0]}</td>{cells.Skip(1).Select(cell => Markup.Of($"<td class=\"number\">{cell}</td>"))}</tr>"));
        return new ReportSection(
            "models",
            "Models",
            Markup.Of($"<div class=\"scroll\"><table><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table></div><p class=\"remark\">All requests that were paid for, also those whose step was not recorded; the cost is in the currency of the prices.</p>"));
    }
}
