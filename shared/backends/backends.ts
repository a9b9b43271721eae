/** Every kind of server that Twinlane has a card and a page for, in the order in which they are offered. */
import type { Backend } from './backend.ts';
import { django } from './django.ts';
import { docker } from './docker.ts';
import { fetchAndCurl } from './fetch-and-curl.ts';
import { gtmServer } from './gtm-server.ts';
import { javaSdk } from './java-sdk.ts';
import { laravel } from './laravel.ts';
import { magento } from './magento.ts';
import { nodeSdk } from './node-sdk.ts';
import { other } from './other.ts';
import { phpSdk } from './php-sdk.ts';
import { pythonSdk } from './python-sdk.ts';
import { rails } from './rails.ts';
import { remote } from './remote.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

export const backends: readonly Backend[] = [
  nodeSdk,
  phpSdk,
  pythonSdk,
  javaSdk,
  fetchAndCurl,
  woocommerce,
  magento,
  shopify,
  gtmServer,
  laravel,
  rails,
  django,
  docker,
  remote,
  other,
];
