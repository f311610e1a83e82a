namespace Cambrian.Coders;

/// <summary>Known coding agents with their documented flags for use without a terminal.</summary>
public static class CoderPresets
{
    // For agents that work with whatever model a person has a key for.
    private static readonly string[] Models = ["api.openai.com", "api.anthropic.com", "generativelanguage.googleapis.com", "openrouter.ai"];

    /// <summary>By name. All of them need the network: that of their endpoints is granted, and only where the user says so.</summary>
    public static IReadOnlyDictionary<string, CoderOptions> All { get; } = new[]
    {
        // code.claude.com/docs/en/headless
        new CoderOptions
        {
            Name = "claude",
            Command = ["claude", "-p", CoderOptions.Task, "--output-format", "json", "--permission-mode", "acceptEdits", "--no-session-persistence"],
            Environment = ["ANTHROPIC_API_KEY", "CLAUDE_CODE_OAUTH_TOKEN"],
            Endpoints = ["api.anthropic.com", "platform.claude.com", "claude.ai"],
        },

        // developers.openai.com/codex, non-interactive mode; the sandbox around it is ours, which cannot be nested
        new CoderOptions
        {
            Name = "codex",
            Command = ["codex", "exec", "--json", "--ephemeral", "--skip-git-repo-check", "--sandbox", "danger-full-access", CoderOptions.Task],
            Environment = ["OPENAI_API_KEY", "CODEX_API_KEY"],
            Endpoints = ["api.openai.com", "auth.openai.com", "chatgpt.com"],
            Reads = ["~/.codex/auth.json", "~/.codex/config.toml"],
        },

        // geminicli.com/docs/cli/headless
        new CoderOptions
        {
            Name = "gemini",
            Command = ["gemini", "-p", CoderOptions.Task, "--output-format", "json", "--approval-mode", "auto_edit"],
            Environment = ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
            Endpoints = ["generativelanguage.googleapis.com", "cloudcode-pa.googleapis.com", "oauth2.googleapis.com"],
        },

        // the same agent over the Agent Client Protocol, which it speaks itself
        new CoderOptions
        {
            Name = "gemini-acp",
            Command = ["gemini", "--acp"],
            Acp = true,
            Environment = ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
            Endpoints = ["generativelanguage.googleapis.com", "cloudcode-pa.googleapis.com", "oauth2.googleapis.com"],
        },

        // Claude Code over the same protocol, by its adapter
        new CoderOptions
        {
            Name = "claude-acp",
            Command = ["claude-code-acp"],
            Acp = true,
            Environment = ["ANTHROPIC_API_KEY"],
            Endpoints = ["api.anthropic.com", "platform.claude.com", "claude.ai"],
        },

        // aider.chat/docs/scripting.html
        new CoderOptions
        {
            Name = "aider",
            Command = ["aider", "--message", CoderOptions.Task, "--yes-always", "--no-git", "--no-stream", "--no-check-update", "--analytics-disable"],
            Environment = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "AIDER_MODEL"],
            Endpoints = Models,
        },

        // mini-swe-agent.com
        new CoderOptions
        {
            Name = "mini",
            Command = ["mini", "-t", CoderOptions.Task, "-y", "--exit-immediately"],
            Environment = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "MSWEA_MODEL_NAME"],
            Endpoints = Models,
        },
    }.ToDictionary(preset => preset.Name, StringComparer.Ordinal);
}
