namespace Cambrian.Worker;

/// <summary>What a frame is about. A request's answer carries the same kind and nonce, or <see cref="Fault"/>.</summary>
internal enum Message : byte
{
    /// <summary>Evaluator's assembly image → nothing.</summary>
    Evaluator = 1,

    /// <summary>Judge: split, data folder → count, then each case.</summary>
    Cases = 2,

    /// <summary>Runner: count, then each case → nothing.</summary>
    TakeCases = 3,

    /// <summary>Runner: program kind, then entry and image, or the toolbox's size and names and the expression → nothing.</summary>
    Load = 4,

    /// <summary>Runner: first case, end → CPU ticks, then each answer.</summary>
    Run = 5,

    /// <summary>Judge: first case, then count, then each answer → value, weight, fault of each.</summary>
    Score = 6,

    /// <summary>Judge: count, then each answer from case 0 → count, then name and value of each metric.</summary>
    Metrics = 7,

    /// <summary>The request failed: a text says why.</summary>
    Fault = 255,
}
