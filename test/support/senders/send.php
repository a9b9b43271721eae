<?php
// Sends one event to Graph as PHP servers do: send.php CLIENT EVENT_ID [BUNDLE]. The proxy comes from the environment.
[, $client, $eventId] = $argv;
$address = 'https://graph.facebook.com/v25.0/1234567890/events';
$event = [
    'event_name' => 'Lead',
    'event_time' => time(),
    'event_id' => $eventId,
    'action_source' => 'system_generated',
    'user_data' => ['external_id' => '7'],
];
$form = ['access_token' => 'secretQ9', 'data' => json_encode([$event])];

if ($client === 'curl') {
    $handle = curl_init($address);
    $options = [CURLOPT_POSTFIELDS => $form, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 20];
    // Meta's SDK pins a bundle for EventRequest, which setCaBundlePath replaces.
    if (isset($argv[3])) {
        $options[CURLOPT_CAINFO] = $argv[3];
    }
    curl_setopt_array($handle, $options);
    $answer = curl_exec($handle);
    echo $answer === false ? 'ERROR ' . curl_error($handle) : $answer, "\n";
} else {
    require '/usr/share/php/GuzzleHttp/autoload.php';
    // Meta's SDK gives its pinned bundle to the handler, which takes no such option: php.ini decides.
    $handler = new GuzzleHttp\Handler\CurlHandler(['options' => [CURLOPT_CAINFO => '/nowhere.crt']]);
    $guzzle = new GuzzleHttp\Client(['handler' => GuzzleHttp\HandlerStack::create($handler), 'timeout' => 20]);
    $parts = [];
    foreach ($form as $name => $contents) {
        $parts[] = ['name' => $name, 'contents' => $contents, 'headers' => ['Content-Type' => 'multipart/form-data']];
    }
    $request = new GuzzleHttp\Psr7\Request('POST', $address, [], new GuzzleHttp\Psr7\MultipartStream($parts));
    echo $guzzle->sendAsync($request)->wait()->getBody(), "\n";
}
