namespace Cambrian.Worker;

/// <summary>What a frame is about: the first byte of its payload. An answer carries the request's, or <see cref="Fault"/>.</summary>
internal enum Message : byte
{
    /// <summary>Become a judge: evaluator's image, split, data folder → nothing.</summary>
    OpenJudge = 1,

    /// <summary>Judge: nothing → count, then each case.</summary>
    Cases = 2,

    /// <summary>Become a runner: evaluator's image, count, then each case → nothing.</summary>
    OpenRunner = 3,

    /// <summary>Runner: program kind, then entry and image, or the toolbox's size and names and the expression → nothing.</summary>
    Load = 4,

    /// <summary>Runner: first case, end → count, then each answer.</summary>
    Run = 5,

    /// <summary>Judge: first case, then count, then each answer → count, then value, weight, fault of each.</summary>
    Score = 6,

    /// <summary>Judge: number of blocks, then of each its count and answers, from case 0 → count, then name and value of each metric.</summary>
    Metrics = 7,

    /// <summary>Runner: a case that was not among those it was opened with → its answer.</summary>
    Answer = 8,

    /// <summary>Judge: as <see cref="Score"/>, by the second verifier.</summary>
    Check = 9,

    /// <summary>Judge: JSON of a file → what is wrong with it, or nothing and then the answer in it.</summary>
    Read = 10,

    /// <summary>Judge: an answer → its JSON.</summary>
    Write = 11,

    /// <summary>Judge: case, answer → its picture, empty for none.</summary>
    Picture = 12,

    /// <summary>Runner: case → what the loaded program makes of it, as source code; empty for none.</summary>
    Listing = 13,

    /// <summary>The request failed: a text says why.</summary>
    Fault = 255,
}
