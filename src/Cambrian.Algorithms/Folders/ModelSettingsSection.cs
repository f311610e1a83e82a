using Cambrian.Models.Configuration;

namespace Cambrian.Algorithms.Folders;

/// <summary>How a problem's own models are asked.</summary>
public sealed record ModelSettingsSection : ModelSettings;
