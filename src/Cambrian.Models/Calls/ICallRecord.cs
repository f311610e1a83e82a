namespace Cambrian.Models.Calls;

/// <summary>Where calls are written down and found again. Called from several threads at a time.</summary>
public interface ICallRecord
{
    /// <summary>A call that need not be made again; null when it has to be made.</summary>
    ModelCall? Find(string key);

    /// <summary>Writes a call down. When it returns, the call survives the end of the process.</summary>
    void Keep(ModelCall call);
}
