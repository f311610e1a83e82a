using System.Collections.Immutable;
using Cambrian.Core;

namespace Cambrian.Models.Prompts;

/// <summary>
/// Instructions that are evolved beside the programs (the meta-prompts of Novikov et al. 2025, arXiv 2506.13131, §2.2): each is drawn the more often the more
/// of its children improved, and models write new ones. Origins name the instruction, so the ledger alone says what is in here.
/// </summary>
public sealed class InstructionArchive
{
    private const int Most = 24;
    private const int LongestText = 160;
    private const char Opening = '“';
    private const char Closing = '”';

    private ImmutableArray<Instruction> _all;
    private int _observed = -1;

    /// <summary>An archive of instructions that nobody tried yet.</summary>
    /// <param name="shipped">Their texts; these are never dropped.</param>
    public InstructionArchive(IEnumerable<string> shipped)
    {
        Shipped = [.. shipped.Select(Line).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
        _all = [.. Shipped.Select(text => new Instruction(text))];
    }

    /// <summary>The texts it began with.</summary>
    public ImmutableArray<string> Shipped { get; }

    /// <summary>All of them as they stand now.</summary>
    public ImmutableArray<Instruction> Current => _all;

    /// <summary>Gives an instruction credit for a step that names it. The same step may be told several times, as each of several proposers passes it on.</summary>
    public void Observe(Step step)
    {
        if (step.Number <= _observed || TextIn(step.Origin) is not { } text)
        {
            return;
        }

        _observed = step.Number;
        var known = _all.FirstOrDefault(instruction => instruction.Text == text);
        var told = (known ?? new Instruction(text)) is var before && step.Improved ? before with { Gains = before.Gains + 1 } : before;
        told = told with { Tries = told.Tries + 1 };
        _all = known is null ? WithinLimit(_all.Add(told)) : _all.Replace(known, told);
    }

    /// <summary>One of them, in proportion to their promise.</summary>
    /// <param name="instructions">At least one.</param>
    /// <param name="random">Decides.</param>
    public static Instruction Draw(ImmutableArray<Instruction> instructions, Random random)
    {
        var point = random.NextDouble() * instructions.Sum(instruction => instruction.Promise);
        return instructions.FirstOrDefault(instruction => (point -= instruction.Promise) < 0) ?? instructions[^1];
    }

    /// <summary>A model's reply as the text of an instruction: its first line that says something, in at most 160 characters; null when there is none.</summary>
    public static string? Read(string reply) =>
        reply.Split('\n').Select(line => Line(line.TrimStart('-', '*', '#', '>', ' '))).FirstOrDefault(line => line.Contains(' ', StringComparison.Ordinal)) is { } text
            ? text.Length <= LongestText ? text : text[..(text.LastIndexOf(' ', LongestText) is var end and > 0 ? end : LongestText)]
            : null;

    /// <summary>An origin that names the instruction its child was asked for with.</summary>
    /// <param name="origin">What made the child; may be empty.</param>
    /// <param name="text">The instruction.</param>
    public static string Name(string origin, string text) => $"{origin}{(origin.Length > 0 ? "/" : "")}{Opening}{text}{Closing}";

    /// <summary>An origin without the instruction that it names.</summary>
    /// <param name="origin">What made the child.</param>
    /// <param name="alone">What to call it where the instruction says it all.</param>
    public static string Unnamed(string origin, string alone) => origin.IndexOf(Opening, StringComparison.Ordinal) switch
    {
        < 0 => origin,
        0 => alone,
        var start => origin[..start].TrimEnd('/'),
    };

    private static string? TextIn(string origin) =>
        origin.IndexOf(Opening, StringComparison.Ordinal) is var start and >= 0 && origin.EndsWith(Closing) ? origin[(start + 1)..^1] : null;

    private static string Line(string text) => text.Trim().Trim('"', Opening, Closing).Replace(Opening, '\'').Replace(Closing, '\'');

    // The least promising of those that models wrote makes room.
    private ImmutableArray<Instruction> WithinLimit(ImmutableArray<Instruction> all) => all.Length <= Math.Max(Most, Shipped.Length + 1) ? all
        : all.Remove(all.Where(instruction => !Shipped.Contains(instruction.Text)).MinBy(instruction => instruction.Promise)!); // more than the shipped ones are there
}
