namespace Cambrian.Algorithms.Folders.Peers;

/// <summary>Whose folder it is.</summary>
public enum PeerKind
{
    /// <summary>initial_program.*, evaluator.py with evaluate(program_path), config.yaml.</summary>
    OpenEvolve,

    /// <summary>initial.*, evaluate.py that writes metrics.json and correct.json.</summary>
    ShinkaEvolve,
}
