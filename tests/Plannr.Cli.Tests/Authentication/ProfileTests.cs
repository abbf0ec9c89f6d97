using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests.Authentication;

/// <summary>Tests <c>plannr auth login</c>, <c>logout</c>, <c>switch</c> and <c>status</c>, and the profiles that other commands use.</summary>
public sealed class ProfileTests
{
    private const string Token = "pl4nnr|s3cr3t-t0ken.of_profile";

    private TestFolder _folder = null!;

    private string File => _folder.PathOf(Path.Combine("plannr", "profiles.json"));

    [SetUp]
    public void CreateFolder() => _folder = new TestFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public async Task Login_with_the_token_on_standard_input_saves_token_server_and_account_for_later_commands()
    {
        await using var sandbox = await SandboxAsync();

        var login = await LoginAsync(sandbox, "--account", "3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70");
        var list = await RunAsync("webhooks", "list", "--output", "json");
        var curl = await RunAsync("webhooks", "list", "--curl");

        Assert.Multiple(() =>
        {
            Assert.That((login.ExitCode, login.StandardOutput), Is.EqualTo((0, "")), login.StandardError);
            Assert.That(login.StandardError, Is.EqualTo(Lines(
                "The profile 'default' is saved and is now the current profile.",
                "User: Robin Example (robin@example.com).",
                $"The access token is in the file {File}, which only you can read.")));
            Assert.That((list.ExitCode, list.StandardError), Is.EqualTo((0, "")));
            Assert.That(list.StandardOutput, Does.StartWith("{\"data\":[{"));
            Assert.That(curl.StandardOutput, Does.Contain($"{sandbox.BaseAddress}api/v2/webhook-subscriptions").And.Contain("X-PLANNR-ACCOUNT-UUID: 3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70"));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Login_with_umask_0_creates_a_file_and_a_folder_that_only_the_user_can_access()
    {
        await using var sandbox = await SandboxAsync();

        var login = await CliWrap.Cli.Wrap("sh")
            .WithArguments(["-c", "umask 0; exec \"$@\"", "sh", PlannrProcess.Host, PlannrProcess.Program, "auth", "login", "--insecure-storage"])
            .WithEnvironmentVariables(PlannrProcess.Environment(Environment(sandbox)))
            .WithStandardInputPipe(PipeSource.FromString(Token))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.Multiple(() =>
        {
            Assert.That(login.ExitCode, Is.Zero, login.StandardError);
            Assert.That(System.IO.File.GetUnixFileMode(File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.That(System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        });
    }

    [Test]
    public async Task Login_on_a_terminal_asks_for_the_token_without_showing_it()
    {
        await using var sandbox = await SandboxAsync();

        var (output, exitCode) = await PseudoTerminal.RunAsync(Environment(sandbox), ["auth", "login", "--insecure-storage"], ("Access token:", Token + "\r"));
        var status = await RunAsync("auth", "status");

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(output, Does.Not.Contain(Token).And.Not.Contain("s3cr3t"));
            Assert.That(status.ExitCode, Is.Zero, status.StandardError);
        });
    }

    [Test]
    public async Task Login_with_a_rejected_token_saves_nothing()
    {
        await using var sandbox = await SandboxAsync();

        var login = await LoginAsync(sandbox, token: "rejected-token-of-nobody");

        Assert.Multiple(() =>
        {
            Assert.That(login.ExitCode, Is.EqualTo(ExitCode.Authentication));
            Assert.That(login.StandardError, Does.Contain("Plannr does not accept the access token").And.Not.Contain("rejected-token"));
            Assert.That(System.IO.File.Exists(File), Is.False);
        });
    }

    [Test]
    public async Task Login_with_sandbox_creates_a_profile_that_needs_no_token()
    {
        var login = await RunAsync("auth", "login", "--sandbox");
        var list = await RunAsync("connections", "list", "--output", "json");

        Assert.Multiple(() =>
        {
            Assert.That(login.StandardError, Is.EqualTo(Lines("The profile 'sandbox' is saved and is now the current profile.")));
            Assert.That(list.ExitCode, Is.Zero, list.StandardError);
        });
    }

    [Test]
    public async Task Profile_option_takes_precedence_over_the_environment_and_the_current_profile()
    {
        await using var north = await SandboxAsync();
        await using var south = await SandboxAsync();
        await LoginAsync(north, "--profile", "north");
        await LoginAsync(south, "--profile", "south");

        async Task<string> UsedAsync(Dictionary<string, string?> environment, params string[] options)
            => (await RunAsync(environment, ["connections", "list", "--curl", .. options])).StandardOutput;

        var current = await UsedAsync(new());
        var fromEnvironment = await UsedAsync(new() { ["PLANNR_PROFILE"] = "north" });
        var fromOption = await UsedAsync(new() { ["PLANNR_PROFILE"] = "north" }, "--profile", "south");
        await RunAsync("auth", "switch", "north");
        var switched = await UsedAsync(new());

        Assert.Multiple(() =>
        {
            Assert.That(current, Does.Contain(south.BaseAddress.Authority));
            Assert.That(fromEnvironment, Does.Contain(north.BaseAddress.Authority));
            Assert.That(fromOption, Does.Contain(south.BaseAddress.Authority));
            Assert.That(switched, Does.Contain(north.BaseAddress.Authority));
        });
    }

    [Test]
    public async Task Environment_and_token_file_take_precedence_over_the_profile()
    {
        await using var profile = await SandboxAsync();
        await using var other = await TestSandbox.StartAsync();
        await LoginAsync(profile);
        var file = _folder.Write("token", other.Token);

        var fromEnvironment = await RunAsync(TestSandbox.Environment(other), "auth", "status", "--profile", "default");
        var fromFile = await RunAsync(new Dictionary<string, string?> { ["PLANNR_BASE_URL"] = other.BaseAddress.ToString() }, "auth", "status", "--token-file", file);

        Assert.Multiple(() =>
        {
            Assert.That(fromEnvironment.StandardOutput, Does.Contain("The access token of PLANNR_ACCESS_TOKEN is accepted.").And.Contain(other.BaseAddress.Authority));
            Assert.That(fromEnvironment.StandardError, Does.Contain("The profile 'default' is ignored, because PLANNR_ACCESS_TOKEN takes precedence."));
            Assert.That(fromFile.StandardOutput, Does.Contain($"The access token of {file} is accepted."));
            Assert.That(fromFile.ExitCode, Is.Zero);
        });
    }

    [Test]
    public async Task Token_of_a_profile_is_not_sent_to_another_server()
    {
        await using var profile = await SandboxAsync();
        await using var other = RawServer.Answering(RawResponse.Json(200, "{}"));
        var login = await LoginAsync(profile);
        Assert.That(login.ExitCode, Is.Zero, login.StandardError);

        var list = await RunAsync(new Dictionary<string, string?> { ["PLANNR_BASE_URL"] = other.BaseAddress.ToString() }, "connections", "list");

        Assert.Multiple(() =>
        {
            Assert.That(list.ExitCode, Is.EqualTo(ExitCode.Authentication));
            Assert.That(list.StandardError, Does.Contain($"PLANNR_BASE_URL is {other.BaseAddress}, but the profile 'default' is for {profile.BaseAddress}."));
            Assert.That(other.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task Status_prints_the_source_of_the_token_and_the_profiles_but_not_the_token()
    {
        await using var sandbox = await SandboxAsync();
        await RunAsync("auth", "login", "--sandbox");
        await LoginAsync(sandbox, "--profile", "north");

        var status = await RunAsync("auth", "status", "--verbose");

        Assert.Multiple(() =>
        {
            Assert.That(status.StandardOutput, Does.Contain($"  The access token of the profile 'north' ({File}) is accepted.\n".ReplaceLineEndings()));
            Assert.That(status.StandardOutput, Does.Contain($"  Profile 'north': {sandbox.BaseAddress}, current, in use.\n  Profile 'sandbox': a sandbox.\n".ReplaceLineEndings()));
            Assert.That(status.StandardOutput + status.StandardError, Does.Not.Contain(Token));
        });
    }

    [Test]
    public async Task Logout_deletes_the_token_and_makes_the_remaining_profile_current()
    {
        await using var sandbox = await SandboxAsync();
        await RunAsync("auth", "login", "--sandbox");
        await LoginAsync(sandbox);

        var logout = await RunAsync("auth", "logout");

        Assert.Multiple(() =>
        {
            Assert.That(logout.StandardError, Is.EqualTo(Lines("The profile 'default' is deleted. The current profile is 'sandbox'.")));
            Assert.That(System.IO.File.ReadAllText(File), Does.Not.Contain(Token));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Profile_file_that_other_users_can_read_is_refused()
    {
        await using var sandbox = await SandboxAsync();
        await LoginAsync(sandbox);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var list = await RunAsync("connections", "list");

        Assert.That((list.ExitCode, list.StandardOutput), Is.EqualTo((ExitCode.Authentication, "")));
        Assert.That(list.StandardError, Does.Contain($"{File} can be read or written by other users."));
    }

    [Test]
    public async Task Damaged_profile_file_is_refused_and_not_printed()
    {
        await using var sandbox = await SandboxAsync();
        await LoginAsync(sandbox);
        await System.IO.File.WriteAllTextAsync(File, (await System.IO.File.ReadAllTextAsync(File)).Replace($"\"{Token}\"", $"\"{Token}", StringComparison.Ordinal));

        var list = await RunAsync("connections", "list");

        Assert.That(list.ExitCode, Is.EqualTo(ExitCode.Authentication));
        Assert.That(list.StandardError, Does.Contain($"The file of the profiles {File} is not valid.").And.Not.Contain("s3cr3t"));
    }

    [Test]
    public async Task Concurrent_logins_are_all_saved()
    {
        await using var sandbox = await SandboxAsync();
        var names = Enumerable.Range(1, 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"p{i}")).ToArray();

        var logins = await Task.WhenAll(names.Select(name => LoginAsync(sandbox, "--profile", name)));

        var json = Newtonsoft.Json.Linq.JObject.Parse(await System.IO.File.ReadAllTextAsync(File));
        Assert.That(logins.Select(l => l.ExitCode), Is.All.Zero, () => string.Concat(logins.Select(l => l.StandardError)));
        Assert.That(((Newtonsoft.Json.Linq.JObject)json["profiles"]!).Properties().Select(p => p.Name), Is.EqualTo(names));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(File)!, "*.tmp"), Is.Empty);
    }

    [TestCase("--profile", "nowhere")]
    [TestCase("--profile", "../nowhere")]
    public async Task Unknown_or_invalid_profile_name_prints_an_error(string option, string name)
    {
        await RunAsync("auth", "login", "--sandbox");

        var list = await RunAsync("connections", "list", option, name);

        Assert.That(list.ExitCode, Is.Not.Zero);
        Assert.That(list.StandardError, Does.Contain(name == "nowhere" ? "There is no profile 'nowhere'. The profiles are sandbox." : "'../nowhere' is not the name of a profile."));
    }

    [Test]
    [Platform("Linux")]
    public async Task Login_without_a_secret_store_reports_that_the_token_is_in_the_file()
    {
        await using var sandbox = await SandboxAsync();

        var login = await RunWithInputAsync(Environment(sandbox), Token, "auth", "login");

        Assert.That(login.ExitCode, Is.Zero, login.StandardError);
        Assert.That(login.StandardError, Does.Contain($"The access token is in the file {File}, which only you can read: this system has no working store for secrets."));
    }

    [Test]
    [Platform("Linux")]
    public async Task Login_with_a_Secret_Service_stores_the_token_there()
    {
        if (!System.IO.File.Exists("/usr/bin/dbus-run-session") || !System.IO.File.Exists("/usr/bin/gnome-keyring-daemon"))
        {
            Assert.Ignore("No Secret Service is installed (Debian: dbus libsecret-1-0 gnome-keyring).");
        }

        await using var sandbox = await SandboxAsync();
        const string Script = """
            printf password | gnome-keyring-daemon --unlock --components=secrets > /dev/null
            printf %s "$TOKEN" | "$@" auth login || exit
            unset PLANNR_BASE_URL
            "$@" auth status && "$@" auth logout
            "$@" auth status --profile default
            """;

        var result = await CliWrap.Cli.Wrap("dbus-run-session")
            .WithArguments(["--", "sh", "-c", Script, "sh", PlannrProcess.Host, PlannrProcess.Program])
            .WithEnvironmentVariables(PlannrProcess.Environment(new(Environment(sandbox)) { ["TOKEN"] = Token, ["XDG_DATA_HOME"] = _folder.PathOf("data"), ["HOME"] = _folder.PathOf("") }))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.Multiple(() =>
        {
            Assert.That(result.StandardError, Does.Contain("The access token is in the Secret Service of this desktop."));
            Assert.That(result.StandardOutput, Does.Contain("The access token of the profile 'default' (the Secret Service of this desktop) is accepted."));
            Assert.That(result.StandardError, Does.Contain("The profile 'default' is deleted.").And.Contain("There is no profile 'default'."));
            Assert.That(System.IO.File.ReadAllText(File), Does.Not.Contain(Token));
        });
    }

    private static Task<PlannrSandbox> SandboxAsync() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { Token = Token });

    private static string Lines(params string[] lines) => string.Concat(lines.Select(l => l + System.Environment.NewLine));

    private Task<BufferedCommandResult> LoginAsync(PlannrSandbox sandbox, params string[] options) => LoginAsync(sandbox, Token, options);

    private Task<BufferedCommandResult> LoginAsync(PlannrSandbox sandbox, string token, string[]? options = null)
        => RunWithInputAsync(Environment(sandbox), token + "\n", ["auth", "login", "--insecure-storage", .. options ?? []]);

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string?>(), arguments);

    private Task<BufferedCommandResult> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
        => RunWithInputAsync(new(environment) { ["XDG_CONFIG_HOME"] = _folder.PathOf(""), ["APPDATA"] = _folder.PathOf("") }, "", arguments);

    private static async Task<BufferedCommandResult> RunWithInputAsync(Dictionary<string, string?> environment, string input, params string[] arguments)
        => await PlannrProcess.Command(environment, arguments).WithStandardInputPipe(PipeSource.FromString(input)).ExecuteBufferedAsync();

    private Dictionary<string, string?> Environment(PlannrSandbox sandbox)
        => new() { ["PLANNR_BASE_URL"] = sandbox.BaseAddress.ToString(), ["XDG_CONFIG_HOME"] = _folder.PathOf(""), ["APPDATA"] = _folder.PathOf("") };
}
